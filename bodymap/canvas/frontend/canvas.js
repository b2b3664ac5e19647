// The clickable body: what the server says of it, and what is shown. Its parts do the rest.

import { Acts } from "./acts.js";
import { showAddress } from "./address.js";
import { Arrowing } from "./arrowing.js";
import { ArrowList } from "./arrowlist.js";
import { svg } from "./dom.js";
import { Kept } from "./kept.js";
import { Keys } from "./keys.js";
import { Legend } from "./legend.js";
import { MarkList } from "./list.js";
import { OpLog } from "./oplog.js";
import { Overlays } from "./overlays.js";
import { arrowsOf, begunBy, lastUndone, marksOf, selectedOf, strokesOf, subjectsOf } from "./pending.js";
import { Pointer } from "./pointer.js";
import { Post } from "./post.js";
import { runsOf } from "./pressure.js";
import { showPainColours, strokePath } from "./strokes.js";
import { Subjects } from "./subjects.js";
import { Told } from "./told.js";
import { SIZED, Toolbar } from "./toolbar.js";
import { Under } from "./under.js";
import { Views } from "./views.js";
import { TEXTS, wordsOf } from "./words.js";

export class Canvas {
  constructor(parent) {
    this.root = parent.querySelector(".bm");
    this.stage = this.root.querySelector(".stage");
    this.tool = "point";
    this.pointed = null;
    this.told = new Told(this.root);
    this.post = new Post();
    this.kept = new Kept(this.root.querySelector(".kept"));
    this.how = this.root.querySelector(".how");
    this.acts = new Acts(this);
    this.overlays = new Overlays(this);
    this.toolbar = new Toolbar(this);
    this.legend = new Legend(this.root.querySelector(".legend"));
    this.under = new Under(this);
    this.arrowing = new Arrowing(this);
    this.subjectRow = new Subjects(this.root.querySelector(".subjects"), {
      onSelect: (id) => this.acts.selectSubject(id),
      onRemove: (id) => {
        this.acts.removeSubject(id);
        this.#keepFocus();
      },
    });
    this.arrowList = new ArrowList(this.root.querySelector(".list.arrows"), {
      onFind: (id) => this.arrowing.find(id),
      onPoint: (id) => this.point(id),
      onRemove: (id) => {
        this.arrowing.remove(id);
        this.#keepFocus();
      },
    });
    this.list = new MarkList(this.root.querySelector(".list.marked"), {
      onSelect: (id) => (this.data.subjects ? this.acts.selectSubject(id) : this.acts.select(id)),
      onPoint: (id) => this.point(id),
    });
    this.pointer = new Pointer(this);
    this.keys = new Keys(this);
    this.views = new Views(this);
  }

  async update(data, send) {
    const other = this.data && (data.log !== this.data.log || data.figure !== this.data.figure);
    this.data = data;
    if (other) this.#leave();
    data.texts = { ...TEXTS, ...data.texts };
    this.words = wordsOf(data.texts, data.language);
    this.log = OpLog.named(data.log, data.client);
    const [first] = data.tools; // another task begins with its own tool
    const another = this.first !== undefined && this.first !== first;
    if (another || !data.tools.includes(this.tool)) this.tool = first;
    this.first = first;
    if (!data.brushes.includes(this.radius)) this.radius = data.brushes[data.brushes.length >> 1];
    this.overlays.take(data.zones);
    const told = { undo: data.undoSteps, redo: data.redoSteps };
    const refused = this.log.acknowledge(data.ack, data.refused, told);
    if (refused.length) this.told.refuse(refused.map((each) => each.message));
    if (this.log.returned) this.#selectAgain();
    showAddress(data.address);
    this.root.classList.toggle("left-handed", Boolean(data.leftHanded));
    this.root.classList.toggle("fitted", Boolean(data.subjects));
    this.root.classList.toggle("referral-drawn", Boolean(data.texts.drawn));
    showPainColours(this.root, data.painColours);
    this.toolbar.show();
    this.render();
    this.post.heard(this.log, send);
    await this.views.open();
    this.#follow();
    await Promise.all([this.overlays.fetchZones(), this.overlays.showMuscles()]);
  }

  // Another drawing or another figure: what was begun on the one before means nothing here.
  #leave() {
    this.acts.withdrawOffer();
    this.arrowing.cancel();
  }

  // After a reload the server knows no more what was selected.
  #selectAgain() {
    const { data, log } = this;
    const { chosen } = log;
    const there = [...data.marks, ...(data.subjects ?? [])].some(({ id }) => id === chosen);
    const known = there || (chosen === null && data.subjects);
    if (data.client && known && chosen !== selectedOf(log.live, data.selected)) {
      log.add({ op: "select", id: chosen, figure: data.figure });
    }
  }

  // A mark that the page selected, such as a finding begun from a list, is brought into sight;
  // one that was set or chosen on the body is in sight already.
  #follow() {
    const { selected } = this.data;
    const before = this.followed;
    this.followed = selected;
    if (before === undefined || !selected || selected === before) return;
    const mark = this.mark(selected);
    if (!mark || selected === this.acts.chosen) return;
    this.views.bringIntoSight(mark);
    this.told.say(`${mark.number}: ${mark.label}`);
  }

  // What was removed takes its button with it: the focus goes to the body, not to the page.
  #keepFocus() {
    const at = this.root.getRootNode().activeElement;
    if (!at?.checkVisibility()) this.views.focusStop();
  }

  // ---- what is shown

  render() {
    const { data } = this;
    if (!data) return;
    const { live, pending } = this.log;
    this.kept.show(pending.length > 0, this.words);
    this.selected = selectedOf(live, data.selected);
    this.log.choose(this.selected);
    let marks = marksOf(live, data.marks);
    if (this.previewed) {
      marks = marks.map((mark) => (mark.id === this.previewed.id ? this.previewed : mark));
    }
    this.marks = marks;
    const nameOf = (mark) => mark.label || this.words.newMark(mark.number);
    const { zones } = this.overlays;
    const under = this.under.of(data.under);
    const { subjects } = this;
    const marked = this.#markedRegions();
    this.under.show(data.under);
    for (const view of this.views.all) view.measure(); // before anything is drawn anew
    for (const view of this.views.all) {
      view.showUnder(under, (id) => this.words.view(id).name);
      view.showMarks(marks, this.selected, (mark) => `${mark.number}: ${nameOf(mark)}`);
      view.showGhosts(data.ghosts);
      view.showZones(zones);
      view.showStrokes(this.#strokesOf(view.id), this.#numberOf(subjects));
      if (subjects) view.nameRegions((id) => this.#regionName(id, marked));
      view.highlight(data.highlighted);
    }
    this.showArrows();
    const strokes = data.drawn.length + strokesOf(live).length > 0;
    const told = {
      under: under.layers.length > 0 || (strokes && Boolean(subjects)),
      drawn: strokes && Boolean(data.texts.drawn),
      ghosts: data.ghosts.length > 0,
    };
    const texts = { ...data.texts, strength_not_said: this.words.strengthNotSaid };
    this.legend.show(zones, marks.length > 0, texts, told);
    if (subjects) this.list.show(this.#described(subjects), this.selected, data.texts, ({ label }) => label);
    else this.list.show(marks, this.selected, data.texts, nameOf);
    this.subjectRow.show(subjects, this.selected, data.editable, this.words);
    const { how, how_touch: byTouch } = data.texts;
    this.how.textContent = matchMedia("(any-pointer: coarse)").matches ? byTouch : how;
    this.how.hidden = !how || !data.editable || subjects?.length > 0;
    this.#showPointed();
    const drawn = new Set([...data.drawn, ...strokesOf(live)].map(({ view }) => view));
    const arrows = [...this.arrows, ...under.arrows];
    this.toolbar.showPlaces({ marks: [...marks, ...data.ghosts], zones, under: under.layers, arrows, drawn });
  }

  // The number that things of this kind have on the body; none where there is one kind alone.
  #numberOf(subjects) {
    if (!subjects) return () => undefined;
    const numbers = new Map(subjects.map(({ id }, index) => [id, index + 1]));
    return (mark) => numbers.get(mark);
  }

  // Numbers of the things that are marked in each region, as far as the server knows.
  #markedRegions() {
    const marked = new Map();
    (this.data.subjects ?? []).forEach(({ regions }, index) => {
      for (const id of regions) marked.set(id, [...(marked.get(id) ?? []), index + 1]);
    });
    return marked;
  }

  #regionName(id, marked) {
    const name = this.views.nameOf(this.views.figure.byId[id]);
    const numbers = marked.get(id);
    return numbers ? this.words.markedFor(name, numbers) : name;
  }

  #described(subjects) {
    const { words } = this;
    return subjects.map(({ id, places, intensity }, index) => {
      const name = words.subject(index + 1);
      const label = places ? `${name}: ${places}` : name;
      return { id, number: index + 1, label, note: words.strength(intensity ?? null), tone: "drawn" };
    });
  }

  // Those that are set and, last, the one that is being made.
  showArrows() {
    const { data, words } = this;
    this.arrows = arrowsOf(this.log.live, data.arrows).map((arrow, index) => ({ ...arrow, number: index + 1 }));
    this.arrowList.show(this.arrows, data.editable, words);
    const { begun } = this.arrowing;
    const shown = begun ? [...this.arrows, { ...begun, number: this.arrows.length + 1 }] : this.arrows;
    for (const view of this.views.all) view.showArrows(shown, (id) => words.view(id).name);
  }

  // With what the server has yet to hear.
  #strokesOf(view) {
    const layers = this.data.drawn.filter((layer) => layer.view === view);
    const kept = layers.flatMap(({ strokes, intensity, mark }) =>
      strokes.map((stroke) => ({ ...stroke, intensity, mark })),
    );
    const pending = strokesOf(this.log.live).filter((stroke) => stroke.view === view);
    return [...kept, ...pending.map((stroke) => ({ ...stroke, intensity: this.#intensityOf(stroke) }))];
  }

  // Each subject has its own; what is drawn for none has that of the page.
  #intensityOf({ mark }) {
    const { intensity, subjects } = this.data;
    return subjects ? (subjects.find(({ id }) => id === mark)?.intensity ?? null) : intensity;
  }

  get subjects() {
    return this.data.subjects && subjectsOf(this.log.live, this.data.subjects);
  }

  // What a stroke with this id belongs to if it begins now: the mark selected, or a subject that
  // is new. It says so itself, whenever the server hears of it.
  belonging(id) {
    const { data, selected } = this;
    return this.belongingTo(selected ?? (data.subjects ? id : null));
  }

  belongingTo(mark) {
    const { figure, subjects } = this.data;
    if (!subjects) return { figure, ...(mark && { mark }) };
    return { figure, mark, isNew: !subjects.some((subject) => subject.id === mark) };
  }

  // Which operations on their way begin what a stroke belongs to, or may take it back.
  origin({ mark, isNew }) {
    const { data, log } = this;
    const there = data.subjects?.some((subject) => subject.id === mark);
    const begun = isNew && !there ? (begunBy(log.live, mark) ?? log.seq + 1) : undefined;
    return { begun, undone: lastUndone(log.pending) };
  }

  mark(id) {
    return this.marks.find((mark) => mark.id === id);
  }

  // A mark that is being moved, where it would be; none for null.
  preview(mark) {
    this.previewed = mark;
    this.render();
  }

  // A stroke that is being drawn, shown with the next picture of the screen; none for null.
  drawing(stroke) {
    this.shownNext = stroke;
    if (!stroke) this.#drawUnderWay();
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.#drawUnderWay();
    });
  }

  #drawUnderWay() {
    const stroke = this.shownNext;
    this.underWay?.remove();
    if (!stroke) return;
    const { view } = stroke;
    const { brushes } = this.data;
    const intensity = this.#intensityOf({ mark: this.selected });
    const runs = runsOf(stroke, brushes).map((run) => ({ ...stroke, ...run, intensity }));
    this.underWay = svg("g", {}, view.strokes);
    runs.forEach((run) => this.underWay.appendChild(strokePath(run, view.data)));
  }

  // ---- what is at hand

  chooseTool(tool) {
    this.tool = tool;
    this.arrowing.cancel();
    this.stage.dataset.tool = tool;
    this.toolbar.show();
  }

  // Brush and eraser alike; `step` counts up or down through the sizes.
  chooseBrush(step) {
    const { brushes } = this.data;
    const place = brushes.indexOf(this.radius) + step;
    if (!SIZED.includes(this.tool) || brushes[place] === undefined) return false;
    this.radius = brushes[place];
    this.toolbar.show();
    this.told.say(this.words.brush(place + 1, brushes.length));
    return true;
  }

  // ---- what is pointed at

  // The region under the pointer, named; none for null.
  hover(region, view, event) {
    this.hovered?.classList.remove("hover");
    this.hovered = region ? view.paths[region.id] : null;
    this.hovered?.classList.add("hover");
    const at = region && view.toUnits(event.clientX, event.clientY);
    this.told.tip(region ? this.views.nameAt(region, view, ...at) : "", event);
  }

  // Mark and line that belong together; none for null.
  point(id) {
    this.pointed = id;
    this.#showPointed();
  }

  // Said again after every change: an answer of the server may come while something is pointed at.
  #showPointed() {
    for (const group of this.stage.querySelectorAll(".mark, .arrow")) {
      group.classList.toggle("hot", group.dataset.mark === this.pointed);
    }
    this.list.point(this.pointed);
    this.arrowList.point(this.pointed);
  }
}
