/** What one reader of the family sees: a copy that somebody approved. It stores nothing and asks for nothing. */

/** What a reader says of one part of their copy. It changes nothing; show it to whoever leads the plan. */
export interface FamilyComment {
  /** The copy's id. */
  copy: string;
  /** The part: `why`, `worries`, `going-well`, `change`, `actions`, `otherwise`, `next`, `voice`, `ring`. */
  part: string;
  kind: "wrong" | "add";
  text: string;
  /** Promises for which the reader is told that it was sent, or not: reject with `{message}` in the reader's words. */
  waitUntil(promise: Promise<unknown>): void;
}

export interface TeamAroundFamilyEvents {
  /** Something is shown, or the sentence why not. */
  "ta-ready": CustomEvent<{ shown: boolean }>;
  "ta-comment": CustomEvent<FamilyComment>;
  /** Somebody walked in, or went again: what your page has around the element is to be hidden with it, and shown. */
  "ta-hide": CustomEvent<{ hidden: boolean }>;
  /** The reader leaves: another site takes this page's place. */
  "ta-exit": CustomEvent<Record<string, never>>;
}

/**
 * `<team-around-family lang="en" exit-url="https://…">`, from `team-around-family.js`. A child with `slot="notice"`
 * stands above the plan, and goes with it: how long your link opens, say.
 */
export declare class TeamAroundFamily extends HTMLElement {
  /**
   * The copy as it was released, whole: an object or its JSON text. Anything else, and anything beside it, is refused.
   * `null` takes it off the page; what the reader is writing stays there, to be copied, and is said not to be sent.
   */
  copy: object | string | null | undefined;
  /** The page's sentences in another language: a sentence under each key. */
  words: Record<string, string> | undefined;
  /** The civil day, `YYYY-MM-DD`; the browser's where nothing is said. */
  today: string | undefined;
  /** Whether the reader has written something that was not sent: then a page is not loaded again by itself. */
  readonly unsent: boolean;
  print(): void;
  /** Takes the plan off the page, and leads to another site that takes this page's place in the history. */
  exit(): void;

  addEventListener<K extends keyof TeamAroundFamilyEvents>(
    type: K,
    listener: (this: TeamAroundFamily, event: TeamAroundFamilyEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "team-around-family": TeamAroundFamily;
  }
}
