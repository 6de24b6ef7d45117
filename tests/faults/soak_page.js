// The meeting that is written in for hours: it tells how long each save took and how long each key had to wait to
// be seen.

const many = (count, make) => Array.from({ length: count }, (_, at) => make(at + 1));
const record = {
  children: [{ id: "c-1", name: "Sam Example", date_of_birth: "2021-04-05" }],
  agencies: many(4, (at) => ({ id: `g-${at}`, name: `Agency ${at}` })),
  professionals: many(20, (at) => ({ id: `p-${at}`, name: `Professional ${at}`, role: "teacher", agency: `g-${(at % 4) + 1}` })),
  meetings: [{ id: "m-1", kind: "core-group", on: "2026-11-20" }],
};

const soak = { saves: [], slow: [], keys: 0, states: {}, errors: [] };
globalThis.soak = soak;
addEventListener("error", ({ message }) => soak.errors.push(message));
addEventListener("unhandledrejection", ({ reason }) => soak.errors.push(String(reason?.stack ?? reason)));
addEventListener("keydown", () => (soak.keys += 1), true);
// Sooner than 16 milliseconds is not told of.
new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) if (name === "keydown") soak.slow.push(duration);
}).observe({ type: "event", durationThreshold: 16 });

// A save: from the moment that the store is asked for it until it is on the disk.
const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (names, mode, ...rest) {
  const began = transaction.call(this, names, mode, ...rest);
  const at = performance.now();
  if (mode === "readwrite") began.addEventListener("complete", () => soak.saves.push(performance.now() - at));
  return began;
};

// What the modules hold is in memories of their own.
soak.memories = new Set();
for (const name of ["instantiate", "instantiateStreaming"]) {
  const whole = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await whole.apply(WebAssembly, given);
    soak.memories.add((made.instance ?? made).exports.memory);
    return made;
  };
}

const meeting = document.querySelector("team-around-meeting");
meeting.addEventListener("ta-draft", ({ detail: { state } }) => (soak.states[state] = (soak.states[state] ?? 0) + 1));
Object.assign(meeting, { protocol: ["hampshire-cin-2018", "calderdale-meetings-2017"], today: "2026-11-20", draftKey: "a secret of this user, for the harness alone", record });
await import("/package/team-around.js");
const inside = (selector) => [...(meeting.shadowRoot?.querySelectorAll(selector) ?? [])];
const button = (name) => inside("button").find(({ textContent }) => textContent === name);
while (!button("Minutes")) await new Promise((resolve) => setTimeout(resolve, 20));
Object.assign(globalThis, { meeting, inside, button, isReady: true });
