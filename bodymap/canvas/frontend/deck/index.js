// Mounts the presentation. Called again at every rerun with the same parent: one deck each.

import { Deck } from "./deck.js";

const mounted = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let deck = mounted.get(parentElement);
  if (!deck || !parentElement.contains(deck.dialog)) {
    deck = new Deck(parentElement, (where) => setTriggerValue("left", where));
    mounted.set(parentElement, deck);
  }
  deck.update(data);
  return () => {
    deck.close();
    mounted.delete(parentElement);
  };
}
