// Finds entries by words. What is compared, and how, comes with the index itself, so that the
// browser and the server take the same words for the same.

const MOST_OF_A_KIND = 5;
const TOGETHER = 0.5; // the words follow each other, as they were typed
const WHOLE = 0.25; // of all words, not of their beginnings
const SHORTEST_MISSPELT = 4;
const LONG = 8; // letters from which two of them may be wrong

export class SearchIndex {
  constructor({ kinds, abouts, rules, entries }) {
    this.kinds = kinds;
    this.abouts = abouts;
    this.rules = rules;
    this.empty = new Set(rules.empty);
    this.plural = new RegExp(`^(?:${rules.plural})$`);
    this.entries = entries.map(([kind, title, hint, href, said]) => ({
      kind,
      title,
      hint,
      href,
      said: [this.#phrase(title), ...said.map(([about, text]) => this.#phrase(text, about))],
    }));
    const words = this.entries.flatMap(({ said }) => said.flatMap((phrase) => phrase.words));
    this.vocabulary = [...new Set(words)];
  }

  // What fits the words, by kind; `instead` are the words that were taken for misspelt ones.
  find(typed) {
    const words = this.#words(typed.slice(0, this.rules.most));
    const telling = words.filter((word) => !this.empty.has(word));
    // "front of shoulder pa" is on its way to a word that tells nothing.
    const onItsWay = (word) => this.rules.empty.some((empty) => empty.startsWith(word));
    if (telling.length > 1 && telling.at(-1) === words.at(-1) && onItsWay(words.at(-1))) telling.pop();
    const asked = telling.length ? telling : words;
    if (!asked.length) return { groups: [], count: 0 };
    const found = this.#fitting(asked, words);
    if (found.count) return found;
    const better = asked.map((word) => this.#nearest(word));
    if (better.every((word, place) => word === asked[place])) return found;
    return { ...this.#fitting(better, better), instead: better.join(" ") };
  }

  #fitting(asked, words) {
    const wanted = asked.map((word) => [...new Set([word, this.rules.same[word] ?? word])]);
    const line = ` ${asked.map((word) => this.rules.same[word] ?? word).join(" ")}`;
    const beginning = words.join(" ");
    const hits = [];
    for (const entry of this.entries) {
      const hit = this.#fit(entry, wanted, line, beginning);
      if (hit) hits.push(hit);
    }
    hits.sort((a, b) => a.score - b.score); // stable: what is asked for more often stays first
    const groups = new Map();
    for (const hit of hits) {
      if (!groups.has(hit.entry.kind)) groups.set(hit.entry.kind, []);
      groups.get(hit.entry.kind).push(hit);
    }
    return {
      count: hits.length,
      groups: [...groups].map(([kind, all]) => ({
        name: this.kinds[kind],
        count: all.length,
        hits: all.slice(0, MOST_OF_A_KIND),
      })),
    };
  }

  // All words must be met; the title tells more than further words, and one phrase that has them
  // all tells more than words gathered from here and there.
  #fit(entry, wanted, line, beginning) {
    const meets = (phrase, forms) =>
      forms.some((form) => phrase.words.some((word) => word.startsWith(form)));
    if (!wanted.every((forms) => entry.said.some((phrase) => meets(phrase, forms)))) return null;
    const [title] = entry.said;
    let score = 2 + this.abouts.length;
    let because = null;
    for (const phrase of entry.said) {
      if (!wanted.every((forms) => meets(phrase, forms))) continue;
      let rank = phrase === title ? 1 : 2 + phrase.about;
      if (phrase === title && title.full.startsWith(beginning)) rank = title.full === beginning ? -1 : 0;
      if (phrase.line.includes(line)) rank -= TOGETHER;
      if (wanted.every((forms) => forms.some((form) => phrase.words.includes(form)))) rank -= WHOLE;
      if (rank < score) [score, because] = [rank, phrase];
    }
    const told = !because || because === title || because.text === entry.hint;
    const reason = told ? null : `${this.abouts[because.about]}: ${because.text}`;
    return { entry, score, reason };
  }

  #phrase(text, about) {
    const joined = this.rules.pairs.reduce((all, [pair, one]) => all.replaceAll(pair, one), plain(text));
    const words = this.#words(text);
    const forms = [...words, ...this.#words(joined)];
    const same = this.#words(joined).filter((word) => !this.empty.has(word));
    return {
      text,
      about,
      full: words.join(" "),
      line: ` ${same.map((word) => this.rules.same[word] ?? word).join(" ")}`,
      words: [...new Set(forms.flatMap((word) => [word, this.rules.same[word] ?? word]))],
    };
  }

  #words(text) {
    const words = plain(text).match(/[a-z0-9]+/g) ?? [];
    return [...new Set(words.map((word) => (this.plural.test(word) ? word.slice(0, -1) : word)))];
  }

  // The word that was meant, where no word begins like this one.
  #nearest(word) {
    if (word.length < SHORTEST_MISSPELT) return word;
    if (this.vocabulary.some((known) => known.startsWith(word))) return word;
    let least = (word.length < LONG ? 1 : 2) + 1;
    let nearest = word;
    for (const known of this.vocabulary) {
      const apart = distance(word, known, least);
      if (apart < least) [least, nearest] = [apart, known];
    }
    return nearest;
  }
}

const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/[^\0-\x7f]/g, "");

// Letters to change, add, leave out or swap with their neighbour; `most` or more counts as `most`.
function distance(one, two, most) {
  if (Math.abs(one.length - two.length) >= most) return most;
  let before = [];
  let row = Array.from({ length: two.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const cost = one[i - 1] === two[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
      const swapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[two.length];
}
