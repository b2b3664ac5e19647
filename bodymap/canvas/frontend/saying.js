// Sentences of the catalogues by id. What a pattern says is as in bodymap/wording/patterns.py.

import english from "./catalogues/en.js";

const known = { en: english };

export const isKnown = (language) => language in known;

// Fetch a language; one that cannot be fetched is said in English.
export async function learn(language) {
  try {
    known[language] = (await import(`./catalogues/${language}.js`)).default;
  } catch {
    known[language] = english;
  }
}

function filled(pattern, values, language) {
  if (typeof pattern === "string") return pattern;
  return pattern.map((part) => (typeof part === "string" ? part : said(part, values, language))).join("");
}

function said([name, cases, otherwise], values, language) {
  const value = values[name];
  const isNumber = typeof value === "number";
  if (!cases) return isNumber ? new Intl.NumberFormat(language).format(value) : value;
  const asked = String(value) in cases || !isNumber ? value : new Intl.PluralRules(language).select(value);
  return filled(cases[asked] ?? cases[otherwise], values, language);
}

export class Saying {
  constructor(language) {
    this.language = language;
    this.patterns = known[language] ?? english;
  }

  has(id) {
    return id in this.patterns;
  }

  say(id, values = {}) {
    return filled(this.patterns[id] ?? english[id], values, this.language);
  }

  // The attributes of a message by name, such as the endings of a word.
  forms(id) {
    const begins = `${id}.`;
    const own = Object.entries(this.patterns).filter(([key]) => key.startsWith(begins));
    return Object.fromEntries(own.map(([key, text]) => [key.slice(begins.length), text]));
  }

  // A place with its side at the beginning of a line, as bodymap/wording/places.py says it.
  place(label, side) {
    const key = `place-${label.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}`;
    const name = this.has(key) ? this.say(key).replace(" | ", " ") : label;
    if (!side) return begun(name);
    const forms = this.forms(`side-${side}`);
    const word = this.say(`side-${side}`);
    if (Object.keys(forms).length && this.has(`${key}.sided`)) {
      return begun(this.say(`${key}.sided`, { side: word, ...forms }));
    }
    return begun(this.say("place-sided", { place: name, side: word }));
  }
}

const begun = (text) => text[0].toUpperCase() + text.slice(1);
