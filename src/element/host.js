// What the host set of one element, as properties and attributes, and what the form is told of it.

import { asRecord, asText, civil, isKey, isWelsh, wholeLetters } from "./given.js";

export const PROPERTIES = ["record", "protocol", "today", "bankHolidays", "user", "draftKey", "readOnly", "questions", "meeting", "agency", "planBefore"];
export const ATTRIBUTES = ["protocol", "lang", "today", "readonly", "open", "questions", "nation", "heading-level", "meeting", "agency"];

/** What a record is of, as far as what a host gave, or what was kept of it, says so: the document, the first child, and
 *  of an agency's report which it is. */
function headOf(given) {
  try {
    const whole = (typeof given === "string" ? JSON.parse(given) : given) ?? {};
    const { document, children, reports } = whole.format ? (whole.record ?? {}) : whole;
    const { meeting, agency } = whole.format ? whole : {};
    return { reference: document?.reference, child: children?.[0] ?? {}, meeting, agency, report: reports?.[0]?.id };
  } catch {
    return { child: {} }; // a mark before the text, which the module passes over
  }
}

const firstName = ({ name }) => String(name ?? "").trim().split(/\s+/)[0].toLowerCase();

/** Whether two children of one id may be one child. Ids of rows are no record's own: another family's first child may have
 *  the same. */
function mayBeOne(one, other) {
  const [day, otherDay] = [one.date_of_birth, other.date_of_birth].map((day) => day && asText(day));
  if (day && otherDay) return day === otherDay || (Boolean(one.name) && one.name === other.name);
  return !one.name || !other.name || firstName(one) === firstName(other);
}

export class Host {
  #element;
  #document; // which document of the planning file it is
  given = {}; // the properties
  #left; // the meeting from which somebody has gone on to the next one, as the host named it
  before; // the record that the form began with, where the host has stored another since
  said = {}; // what each of them said as it was set
  isDisabled = false; // whether a form of the page is, around the element

  constructor(element, document) {
    [this.#element, this.#document] = [element, document];
  }

  /** Somebody has gone on to the meeting after the one that the host named, until it names another. */
  movesOn() {
    this.#left = this.#either("meeting");
  }

  get #meeting() {
    const named = this.#either("meeting");
    return named === this.#left ? undefined : named;
  }

  /** The host gave another record. */
  anew() {
    this.before = this.#left = undefined;
  }

  /** Takes what was set before the element was defined. */
  upgrade() {
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this.#element, name)) continue;
      const value = this.#element[name];
      delete this.#element[name];
      this.#element[name] = value;
    }
  }

  /** Which of the modules draws it. */
  get module() {
    return this.#document === "plan" ? "plan" : "meetings";
  }

  get language() {
    return this.#element.closest("[lang]")?.getAttribute("lang") ?? document.documentElement.lang;
  }

  get isWelsh() {
    return isWelsh(this.language);
  }

  get #isReadOnly() {
    return this.isDisabled || Boolean(this.given.readOnly ?? this.#element.hasAttribute("readonly"));
  }

  /** Whether what is typed is kept on this device: the host may want none of it. */
  get isDrafting() {
    return !this.#isReadOnly && this.#attribute("drafts") !== "off";
  }

  #attribute(name) {
    return this.#element.getAttribute(name);
  }

  #either(name) {
    return this.given[name] ?? this.#attribute(name);
  }

  #list(name) {
    const given = this.#either(name) ?? "";
    return typeof given === "string" ? given.split(/\s+/).filter(Boolean) : [given].flat();
  }

  /** What the form's module is told: `kept` stands in the record's place, `page` and `at` are where the person was. */
  settings({ kept, onlyRead = false, ...more } = {}) {
    return wholeLetters(JSON.stringify({
      document: this.#document,
      meeting: this.#meeting,
      agency: this.#either("agency"),
      before: this.#document === "meeting" ? asRecord(this.given.planBefore ?? this.before ?? this.given.record) : null,
      record: kept ?? asRecord(this.given.record),
      protocol: this.#list("protocol"),
      questions: this.#list("questions"),
      today: this.#either("today") ?? civil(),
      bankHolidays: this.given.bankHolidays ?? null,
      nation: this.#attribute("nation"),
      user: this.given.user ?? null,
      readOnly: onlyRead || this.#isReadOnly,
      open: this.#attribute("open"),
      heading: this.#attribute("heading-level"),
      lang: this.language || "en",
      ...more,
    }));
  }

  /** What the draft of this record is kept under, and how. */
  drafting() {
    const { reference, child, meeting, agency, report } = headOf(this.given.record);
    const named = this.#attribute("draft-name") ?? reference;
    const own = this.#document === "report" && named === undefined ? report : undefined; // two families' children may have one id
    return {
      subject: [this.#document, named ?? own ?? child.id ?? location.pathname, this.#either("meeting") ?? meeting ?? "", this.#either("agency") ?? agency ?? ""].join("\n"),
      user: this.given.user?.id ?? "",
      secret: this.given.draftKey,
      keys: this.#attribute("draft-keys") ?? undefined,
      cipher: this.#attribute("draft-cipher") ?? undefined,
      given: asText(this.given.record),
      isOf: (text) => named !== undefined || mayBeOne(child, headOf(text).child),
    };
  }
}

/** What a value says, to be told from what it says later: a host may change an object and set it again. */
function saying(value) {
  try {
    return isKey(value) ? value : JSON.stringify(value);
  } catch {
    return Symbol("another");
  }
}

/** Gives an element's class these properties; `changed` hears which one was set, and whether it says something else than
 *  before. Where pages are made of components, what is said once is set at every turn. */
export function define(prototype, hostOf, changed) {
  for (const name of PROPERTIES.filter((name) => name !== "record"))
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return hostOf(this).given[name];
      },
      set(value) {
        const host = hostOf(this);
        const [before, now] = [host.said[name], saying(value)];
        host.given[name] = value;
        host.said[name] = now;
        changed(this, name, before !== now);
      },
    });
}
