// What a reader says of the parts of their copy: comments, and never an edit. What is being written is held by its
// box and stored nowhere. It stays while the page around it is drawn anew, and where the plan is taken off the page.

const element = (name, className) => Object.assign(document.createElement(name), { className });
export const paragraph = (textContent, className = "") => Object.assign(document.createElement("p"), { textContent, className });

export function button(label, act, className = "ta-family__button") {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: label, className });
  made.addEventListener("click", act);
  return made;
}

/** A sentence that has the focus once it is there. */
function told(sentence, role) {
  const made = Object.assign(paragraph(sentence), { tabIndex: -1 });
  made.setAttribute("role", role);
  return made;
}

export class Asking {
  #hand; // hands a comment over: `hand(part, kind, text)` resolves with the sentence why it was not sent, if it was not
  #emptied; // called once nothing is left of what was not sent
  #said = {};
  #writing = new Map(); // by part: {part, kind, heading, box, place, problem}; `left` where the plan is gone

  constructor(hand, emptied) {
    this.#hand = hand;
    this.#emptied = emptied;
  }

  /** Whether something is written that was not sent. */
  get unsent() {
    return this.#unsent().length > 0;
  }

  #unsent() {
    return [...this.#writing.values()].filter(({ box }) => box.value.trim());
  }

  /** Where something is said of one part: two buttons, or the box in which it is being written. */
  of(part, heading, said) {
    this.#said = said;
    const place = element("div", "ta-family__asking");
    const entry = this.#writing.get(part);
    if (entry) this.#draw(Object.assign(entry, { heading, place, left: false }));
    else this.#offer(place, part, heading);
    return place;
  }

  #offer(place, part, heading) {
    const said = this.#said;
    const buttons = ["wrong", "add"].map((kind) => {
      const made = button(said[kind], () => this.#open(place, part, heading, kind), "ta-family__link");
      made.setAttribute("aria-label", `${said[kind]}: ${heading}`);
      return made;
    });
    // Without a style two buttons that stand in one line are still two.
    place.replaceChildren(buttons[0], " ", buttons[1]);
    return buttons;
  }

  #open(place, part, heading, kind) {
    const box = Object.assign(document.createElement("textarea"), { rows: 4, autocomplete: "off", maxLength: 5000 });
    const entry = { part, kind, heading, box, place };
    this.#writing.set(part, entry);
    this.#draw(entry);
    box.focus();
  }

  #draw(entry) {
    const said = this.#said;
    const send = button(said["comment.send"], () => this.#send(entry, send));
    const back = button(said["comment.cancel"], () => this.#ask(entry));
    const problem = entry.problem ? [entry.problem] : [];
    entry.place.replaceChildren(this.#label(entry, `${said[entry.kind]}. ${said["comment.label"]}`), ...problem, send, " ", back);
  }

  #label({ box }, text) {
    const label = document.createElement("label");
    label.append(text, box);
    return label;
  }

  async #send(entry, send) {
    const { box, part, kind } = entry;
    const text = box.value.trim();
    if (!text || box.readOnly) return box.focus();
    send.ariaDisabled = "true";
    box.readOnly = true; // what is typed now would be neither sent nor kept
    const failed = await this.#hand(part, kind, text);
    send.ariaDisabled = null;
    box.readOnly = false;
    // Only what the host has is said to be sent; what it has not stays in its box.
    if (failed === undefined) return this.#sent(entry);
    if (entry.left) return;
    entry.problem = told(failed || this.#said["comment.failed"], "alert");
    this.#draw(entry);
    entry.problem.focus();
  }

  #sent(entry) {
    const done = told(this.#said["comment.sent"], "status");
    this.#writing.delete(entry.part);
    entry.place.replaceChildren(done);
    // Whoever forgot something says it too.
    if (!entry.left) this.#offer(entry.place, entry.part, entry.heading);
    entry.place.prepend(done);
    done.focus();
  }

  /** Nothing that somebody wrote goes before they were asked. */
  #ask(entry) {
    if (!entry.box.value.trim()) return this.#remove(entry);
    const said = this.#said;
    const sure = told(said["comment.sure"], "alert");
    const keep = () => {
      if (entry.left) this.#drawLeft(entry);
      else this.#draw(entry);
      entry.box.focus();
    };
    const [label] = entry.place.children;
    const kept = button(said["comment.keep"], keep);
    entry.place.replaceChildren(label, sure, button(said["comment.remove"], () => this.#remove(entry)), " ", kept);
    sure.focus();
    // What is asked is seen with its answers.
    kept.scrollIntoView({ block: "nearest" });
  }

  #remove(entry) {
    this.#writing.delete(entry.part);
    const { place, part, heading, kind, left } = entry;
    if (!left) return this.#offer(place, part, heading)[kind === "wrong" ? 0 : 1].focus();
    place.remove();
    const [other] = this.#unsent();
    if (other) other.box.focus();
    else this.#emptied();
  }

  /** What was being written of parts that are not shown any more: it was not sent, and can be copied. */
  left(shows = () => false) {
    const panel = element("div", "ta-family__left");
    const gone = this.#unsent().filter(({ part }) => !shows(part));
    if (!gone.length) return undefined;
    panel.append(told(this.#said["comment.left"], "alert"));
    for (const entry of gone) {
      Object.assign(entry, { left: true, place: element("div", "ta-family__asking") });
      this.#drawLeft(entry);
      panel.append(entry.place);
    }
    return panel;
  }

  #drawLeft(entry) {
    const said = this.#said;
    const status = paragraph("");
    status.setAttribute("role", "status");
    const copy = async () => {
      entry.box.select();
      const done = await navigator.clipboard?.writeText(entry.box.value).then(() => true, () => false);
      status.textContent = said[done ? "comment.copied" : "comment.marked"];
    };
    const remove = button(said["comment.remove"], () => this.#ask(entry));
    entry.place.replaceChildren(this.#label(entry, said["comment.wrote"]), button(said["comment.copy"], copy), " ", remove, status);
  }

  /** Nothing of it is held any more. */
  forget() {
    this.#writing.clear();
  }
}
