// Types numbers into the plan's own box, as fast as a person, and tells the harness of each; in the next
// life of the browser it tells what came back.

const asked = new URLSearchParams(location.search);
const id = asked.get("id");
const tell = (message) => fetch("/told", { method: "POST", body: JSON.stringify({ id, ...message }), keepalive: true });
// The guard that is taken away to see the test fail.
if (asked.has("without")) Object.defineProperty(globalThis, "indexedDB", { value: undefined });

const plan = document.querySelector("team-around-plan");
const typed = (record) => String(record?.plan?.why ?? "").trim().split(" ").map(Number).filter(Boolean);
let count = 0;
plan.addEventListener("ta-draft", ({ detail }) => {
  if (detail.state === "saved" || (asked.has("without") && detail.state === "slot")) tell({ what: "saved", count });
  if (detail.state === "restored") tell({ what: "back", numbers: typed(plan.record) });
});
Object.assign(plan, { draftKey: "a secret of this user, for the harness alone", questions: ["plan.why"], record: { plan: { why: "" } } });
plan.setAttribute("draft-name", id);
await import("/package/team-around.js");

const box = () => plan.shadowRoot.getElementById("plan/why");
while (!box()) await new Promise(requestAnimationFrame);
if (asked.has("read")) setTimeout(() => tell({ what: "back", numbers: typed(plan.record) }), 4000);
else {
  box().focus();
  await tell({ what: "began" });
  const type = () => {
    count += 1;
    box().focus();
    document.execCommand("insertText", false, `${count} `);
    tell({ what: "typed", count });
    setTimeout(type, 30 + Math.random() * 120);
  };
  type();
}
