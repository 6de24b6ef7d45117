// Types words into the plan's own box, as fast as a person, and tells the server of each; a page that is to
// read tells what came back. Each word is typed once in the life of a profile.

const asked = new URLSearchParams(location.search);
const id = asked.get("id");
const tab = asked.get("tab") ?? "w";
const limit = Number(asked.get("limit") ?? Infinity);
const risk = Number(asked.get("risk") ?? 0); // how likely it is, for each word, that the person presses a button
const tell = (message) => fetch(new URL("/told", location.href), { method: "POST", body: JSON.stringify({ id, ...message }), keepalive: true }).then((answer) => answer.text());
addEventListener("error", ({ message }) => tell({ what: "error", message }));
addEventListener("unhandledrejection", ({ reason }) => tell({ what: "error", message: String(reason?.stack ?? reason) }));
// The guard that is taken away to see a test fail.
if (asked.has("without")) Object.defineProperty(globalThis, "indexedDB", { value: undefined });
await globalThis.before?.();

const plan = document.querySelector("team-around-plan");
const wordsOf = () => String(plan.record?.plan?.why ?? "").split(/\s+/).filter(Boolean);
const box = () => plan.shadowRoot.getElementById("plan/why");
const buttons = (...names) => [...plan.shadowRoot.querySelectorAll(".ta-kept-found button")].filter((button) => names.includes(button.textContent));
const kept = () => [...plan.shadowRoot.querySelectorAll(".ta-kept, .ta-kept-found")].map((part) => part.textContent).join(" ").trim();
const back = (whole = false) => tell({ what: "back", whole, words: wordsOf(), said: kept(), offers: buttons(said.open, said.open_other).length });
const said = (await import("/words.js")).default.en.kept;

plan.addEventListener("ta-draft", ({ detail: { state, reason } }) => {
  const at = Date.now();
  if (state === "saved" || (asked.has("without") && state === "slot")) tell({ what: "saved", words: wordsOf() });
  // What is said stands there once the element's own turn is over.
  setTimeout(() => tell({ what: "state", state, reason, at, tab, said: kept() }));
});
const secret = asked.get("key") === "device" ? {} : { draftKey: "a secret of this user, for the harness alone" };
Object.assign(plan, { ...secret, questions: ["plan.why"], record: { plan: { why: "" } } });
plan.setAttribute("draft-name", asked.get("name") ?? id);
const reading = (await tell({ what: "loaded" })) === "read";
const answered = new Promise((resolve) => plan.addEventListener("ta-draft", ({ detail: { state } }) => ["restored", "found", "failed"].includes(state) && resolve()));
await import("/package/team-around.js");
while (!box()) await new Promise((resolve) => setTimeout(resolve, 10));

/** What a person would do who sees a button, now and then. */
function press() {
  const there = Math.random() < risk ? buttons(said.take, said.open, said.open_other) : [];
  there[Math.floor(Math.random() * there.length)]?.click();
}

let count = 0;
let isLeft = false; // whether the browser has said that the page goes, and it has not come back
addEventListener("pagehide", () => (isLeft = true));
addEventListener("pageshow", () => (isLeft = false));
function type() {
  if (globalThis.still || count >= limit) return;
  const into = box();
  if (into) {
    count += 1;
    const word = `${tab}${count}`;
    into.focus();
    into.setSelectionRange(into.value.length, into.value.length);
    document.execCommand("insertText", false, `${word} `);
    tell({ what: "typed", word, at: Date.now(), isLeft });
    press();
  }
  setTimeout(type, 30 + Math.random() * 120);
}

Object.assign(globalThis, { wordsOf, buttons, kept, said, plan, back });
// A page that comes back whole, from the browser's own memory of it.
addEventListener("pageshow", ({ persisted }) => persisted && back(true));
if (reading) {
  const wait = Number(asked.get("wait") ?? 4000);
  await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, wait))]);
  setTimeout(() => back(), 300);
} else {
  await tell({ what: "began", tab });
  type();
}
