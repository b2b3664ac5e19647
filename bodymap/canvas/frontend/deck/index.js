// Mounts the presentation. Called again at every rerun with the same parent: one deck each.

import { Deck } from "./deck.js";

const mounted = new WeakMap();

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  let deck = mounted.get(parentElement);
  if (!deck || !parentElement.contains(deck.dialog)) {
    deck = new Deck(parentElement, {
      leave: (where) => setTriggerValue("left", where),
      own: (own) => setStateValue("own", own),
    });
    mounted.set(parentElement, deck);
  }
  deck.update(data);
  return () => {
    deck.close();
    mounted.delete(parentElement);
  };
}
