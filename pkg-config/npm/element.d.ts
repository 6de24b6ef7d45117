/** A civil day, `YYYY-MM-DD`. */
export type CivilDay = string;

/** Who writes, as the envelope names them. */
export interface User {
  id?: string;
  name?: string;
  role?: string;
  agency?: string;
}

/** Who asks for something, where, and with what word. */
export interface Source {
  pack: string;
  document: string;
  title: string;
  edition: string;
  heading: string;
  /** The catalogue's ids. */
  rows: string[];
  word: "must" | "should" | "may" | "describes" | "ours";
  departs?: "raised" | "lowered";
  because?: string;
}

/** How a day was counted. */
export interface Working {
  from: CivilDay;
  day_one: CivilDay;
  counted: { quantity: number; unit: string; count_anchor_day: boolean };
  skipped: { on: CivilDay; title: string }[];
  in_words: string;
}

/** What one rule found at one place. */
export interface Finding {
  rule: string;
  topic: string;
  severity: "info" | "ask" | "should" | "must" | "safety";
  status: "unmet" | "due" | "unknown";
  /** A path by row ids, such as `plan/actions/a1/owner`. */
  place: string;
  message: string;
  sources: Source[];
  /** Other rules of the same topic that found the same thing here. */
  also?: string[];
  due_on?: CivilDay;
  working?: Working;
  /** The row of `overrides` that sets it aside. */
  set_aside?: string;
}

/** Why something the host gave cannot be used. */
export interface Problem {
  pointer: string;
  code: string;
  message: string;
  lost?: boolean;
}

/** A record, as the published schema has it. */
export type PlanRecord = { [section: string]: unknown };

/** A record, and what is said about it: the format of drafts, events, files and servers. */
export interface Envelope {
  format: string;
  version: number;
  kind: EnvelopeKind;
  /** Which document of the planning file; the plan where nothing is said. */
  document?: "plan" | "meeting" | "report";
  /** The row of `meetings` that a request or a contribution is for. */
  meeting?: string;
  /** The row of `agencies` that a request is for, or a contribution comes from. */
  agency?: string;
  protocol: { id: string; version?: string; hash: string }[];
  engine: string;
  record: PlanRecord;
  /** What people thought of the meetings: kept apart from the record. */
  feedback?: { [question: string]: unknown }[];
  findings: Finding[];
  made: { on: CivilDay; by: User };
  [member: string]: unknown;
}

/** Kept for later, or handed over as final. */
export type EnvelopeKind = "draft" | "submission";

/** What a host answers when it has stored an envelope. */
export interface Receipt {
  id?: string;
  at?: string;
  /**
   * The SHA-256 of what was stored, in hexadecimal: of the bytes of `text` as it was handed over, or of its canonical
   * JSON (RFC 8785). One that is of neither is taken for an answer about another text: the draft stays, and the person
   * is told. Anything that is no SHA-256 is shown as it is.
   */
  hash?: string;
}

/** What a host rejects with when it refuses an envelope. */
export interface Refusal {
  message?: string;
  errors?: { place: string; message: string }[];
}

/** What came of a file that was to be brought in. */
export interface Brought {
  /** Whether something of it stands in the form now; false where it was refused, or nothing of it was taken. */
  taken: boolean;
  /** What the form says of it, or why nothing was taken. */
  message: string;
  /** How many rows were added. */
  added: number;
  /** How many answers were filled in where nothing stood. */
  filled: number;
  /** How many differences are for a person to decide. */
  differences: number;
  /** How many rows and answers were not taken. */
  leftOut: number;
}

/** What came of an encrypted copy that was to be opened. */
export interface CopyOpened {
  /** Whether its text stands in the form now; where it does not, nothing was changed. */
  taken: boolean;
  /**
   * `wrong`: the passphrase; `foreign`: no encrypted copy of ours; `damaged`; `newer`: a newer version made it;
   * `subject`: it is of another form; `typed`: what was typed here is not kept, and would have been lost; `memory`: the
   * device has too little; `insecure`: the page is not secure, and the copy needs WebCrypto; `way`: that is asked for in
   * a way that is not taken; `nowhere`: the form is not there, is read only, or keeps no drafts.
   */
  reason?: "wrong" | "foreign" | "damaged" | "newer" | "subject" | "typed" | "memory" | "insecure" | "way" | "nowhere";
  /** The same for people, in the reader's language. */
  message: string;
}

/** Why a family's copy is not given: its `message` has every reason, in the reader's language. */
export interface FamilyCopyRefused extends Error {
  reasons: { code: string; message: string }[];
}

/** The element's events: each bubbles, and crosses the shadow root. */
export interface TeamAroundEvents {
  /** The form is there. */
  "ta-ready": CustomEvent<Record<string, never>>;
  /** Something was typed; `text` is the record as JSON text. */
  "ta-change": CustomEvent<{ readonly text: string }>;
  /** The record was looked at again; `stopping` counts what stops finishing. */
  "ta-findings": CustomEvent<{ stopping: number; readonly findings: Finding[] }>;
  /** What became of the draft. */
  "ta-draft": CustomEvent<{
    /**
     * `slot`: in this browser, where a crash can lose a minute. `restored`: what was kept is in the form. `found`: there
     * is other text of this form, and the person chooses. `elsewhere`: another window has the form's turn, and what is
     * typed here is kept apart. `newer`: a newer version wrote it, and it is shown to be read. `expired`: its time is
     * over. `unreadable`: something that was kept is damaged. `asked`: nothing is kept until the passphrase is given.
     * `memory`: nothing is kept at all. `shut`: kept before under a key
     * that is withdrawn. `locked`: the form was taken away, and nothing of the record is in the page.
     */
    state: "none" | "saving" | "saved" | "slot" | "failed" | "restored" | "found" | "elsewhere" | "newer" | "expired" | "unreadable" | "asked" | "memory" | "shut" | "locked";
    at?: Date;
    /** Why nothing is kept; `key`: `draftKey` is shorter than 16 bytes. */
    reason?: "full" | "denied" | "broken" | "insecure" | "key";
  }>;
  /**
   * The person wants to go on with a form that was locked under the host's key. The host makes sure of who they
   * are, sets `draftKey` and then `record` again, and the form opens. While the promise given to `waitUntil` is
   * open the form says that it waits; rejected with `{message}`, it shows your sentence and stays locked.
   */
  "ta-unlock": CustomEvent<{ waitUntil(answer: Promise<unknown>): void }>;
  /** About to be handed to the host; `preventDefault` stops it. */
  "ta-before-submit": CustomEvent<{ kind: EnvelopeKind; envelope: Envelope }>;
  /** Handed to the host, which answers through `waitUntil` with a receipt or a refusal. */
  "ta-submit": CustomEvent<{
    kind: EnvelopeKind;
    envelope: Envelope;
    /** The envelope as JSON text. */
    text: string;
    waitUntil(answer: Promise<Receipt | void>): void;
  }>;
  /** The host stored it. */
  "ta-accepted": CustomEvent<{ kind: EnvelopeKind; receipt?: Receipt }>;
  /** The host refused it. */
  "ta-rejected": CustomEvent<{ kind: EnvelopeKind; message: string; errors: { place: string; message: string }[] }>;
  /**
   * The form could not start, what the host gave cannot be used, a file could not be opened and the form is as it was,
   * or the Welsh words did not come; or the form stopped: it was `restarted` with what was typed, or it is `stopped`
   * and a plain page has the text.
   */
  "ta-error": CustomEvent<{
    code: "failed" | "refused" | "file" | "words" | "restarted" | "stopped";
    problems: Problem[];
    message: string;
    /** Of a form that stopped: the code that the person was given for whoever helps. */
    reference?: string;
  }>;
}

/**
 * What the three forms have in common.
 *
 * Attributes: `protocol`, `lang`, `today`, `readonly`, `open` ("all": every row open), `heading-level` (1 to 5),
 * `questions`, `nation` (GOV.UK's name of a bank holiday division), `meeting` and `agency` (ids of rows).
 *
 * Of what is kept on this device: `lock-after` (minutes without anybody after which the form locks, 2 to 60; 10 unless
 * told, and "off"). A form that keeps no draft locks only where `lock-after` is set. `draft-name` is shown on the lock page,
 * so it is never a child's name.
 *
 * `user`, `draftKey`, `meeting` and `agency` may be said after the record: what was typed is kept under them from then on,
 * but for what another user typed. Inside a `<fieldset disabled>` the form is only read.
 *
 * Read when a record is given: `drafts` ("off": nothing is kept on the device), `draft-name` (which record it is, where
 * the record has no reference), `draft-cipher` ("A256GCM": approved algorithms), `draft-keys` ("passphrase": what is kept
 * is sealed by a passphrase that the person is asked for once for each page, whatever `draftKey` says; "memory": nothing
 * is stored).
 */
export declare class TeamAroundForm extends HTMLElement {
  /** The record. It may be given as an object, as JSON text, or as a whole envelope. */
  get record(): PlanRecord;
  set record(value: PlanRecord | Envelope | string | null | undefined);
  /** Ids of built-in packs, or packs. */
  protocol?: (string | object)[];
  /** The day of the review; the browser's own day unless told. */
  today?: CivilDay;
  /** The GOV.UK bank holiday feed's own JSON. */
  bankHolidays?: object;
  user?: User;
  /**
   * A secret from the host for this user, under which drafts are sealed: at least 16 bytes, or an HMAC key
   * that can sign. Without one a key of the device is used, which nobody can read out. A form that locks forgets
   * it, and opens again once it is set again, and the record after it.
   */
  draftKey?: string | Uint8Array | CryptoKey;
  readOnly?: boolean;
  /** The only questions to show, such as `action.what`; all unless told. */
  questions?: string[];
  /** The id of the meeting; without it the one that comes next, or else the last. */
  meeting?: string;
  /** The id of the agency whose report it is. */
  agency?: string;
  /** The plan as it was before the meeting, to say what the meeting changed; the record as it was given unless told. */
  planBefore?: PlanRecord | Envelope | string;

  /** Begins anew with this record. */
  load(record?: PlanRecord | Envelope | string | null): void;
  /** Shows everything open, and answers with it. */
  check(): Finding[];
  /** Hands a draft to the host. */
  save(): Promise<void>;
  /** Hands the finished record to the host, unless something stops it. */
  submit(): Promise<void> | undefined;
  /** Goes back to what the host gave. */
  reset(): Promise<void>;
  discardDraft(): Promise<void>;
  /**
   * Locks the form at once, and this person's forms in other windows: before a sign-out. Resolves once what was
   * typed is written and its key is gone, with whether the page may go: what was typed is kept on this device, or
   * nothing was. While it is locked `record` is null.
   */
  lock(): Promise<boolean>;
  /** Locks, removes everything that this person kept on this device, and forgets the keys. */
  purge(): Promise<void>;
  /** The draft as a file. */
  exportFile(): File;
  /**
   * An encrypted copy of the draft, for a device that forgets: by Argon2id (64 MiB, 3 passes) or, with
   * `draft-cipher="A256GCM"`, by PBKDF2-HMAC-SHA-256 (600,000). Nobody opens it without the passphrase.
   * Rejects with a `RangeError` where that has fewer than 12 characters, or an `Error` with a sentence.
   */
  exportDraft(passphrase: string): Promise<File>;
  /** Opens an encrypted copy in the form, as a text of its own: what was typed there stays kept. */
  importDraft(file: Blob, passphrase: string): Promise<CopyOpened>;
  /**
   * Begins anew with the record of a file, and resolves with whether it could be opened. Where it could not, the form
   * stays as it is and says so, and so does `ta-error`.
   */
  importFile(file: Blob): Promise<boolean>;
  /** A file that asks one agency for its report to this meeting, with nothing in it but what that agency must see. */
  request(agency?: string): File | undefined;
  /** Brings in an agency's report, or another person's copy of this meeting. What differs is shown, and nothing is lost. */
  contribute(file: Blob | string): Promise<Brought>;
  /** What people thought of the meeting, by itself. */
  exportFeedback(): File;
  /** What happened when, as a table. */
  exportChronology(): File;
  /**
   * A copy for one reader of the family, as one page without a script, or as the JSON that `<team-around-family>`
   * shows. `id` is its row in `sharing.copies`. Only a copy that may go to its reader today is given: it was approved by
   * somebody other than its author, is as it was approved, and its last day is not over. Anything else rejects with a
   * `FamilyCopyRefused`. Neither the name of the file nor its title names anybody. `words` are the page's sentences in
   * the copy's language, as `<team-around-family>` takes them: a sentence under each key.
   */
  exportFamilyCopy(id: string, how?: { as?: "html" | "json"; words?: Record<string, string> }): Promise<File>;

  addEventListener<K extends keyof TeamAroundEvents>(
    type: K,
    listener: (this: TeamAroundForm, event: TeamAroundEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** The plan: `<team-around-plan protocol="hampshire-cin-2018 calderdale-meetings-2017">`. */
export declare class TeamAroundPlan extends TeamAroundForm {}
/** A meeting: prepared, held, written up. */
export declare class TeamAroundMeeting extends TeamAroundForm {}
/** An agency's report to a meeting. */
export declare class TeamAroundReport extends TeamAroundForm {}

declare global {
  interface HTMLElementTagNameMap {
    "team-around-plan": TeamAroundPlan;
    "team-around-meeting": TeamAroundMeeting;
    "team-around-report": TeamAroundReport;
  }
  interface HTMLElementEventMap extends TeamAroundEvents {}
}
