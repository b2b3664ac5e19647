// Mounts the search box. Called again at every rerun with the same parent: one box each.

import { SearchBox } from "./box.js";
import { joinSteps } from "./one_step.js";

const mounted = new WeakMap();

joinSteps();

export default function ({ data, parentElement, setStateValue }) {
  let box = mounted.get(parentElement);
  if (!box || !parentElement.contains(box.root)) {
    box = new SearchBox(parentElement);
    mounted.set(parentElement, box);
  }
  box.update(data, {
    choose: (asked) => setStateValue("asked", asked),
    type: (typed) => setStateValue("typed", typed),
  });
}
