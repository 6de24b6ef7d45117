// Ends the session, and leaves every page about a child: this one, and those in the other tabs of this browser.

import { letGo } from "./unsaved.js";

const FORMS = "team-around-plan, team-around-meeting";
const button = document.getElementById("sign-out");
const others = new BroadcastChannel("portal-signed-out");
const problem = document.createElement("strong");
problem.setAttribute("role", "alert");
button.after(problem);
let left = false; // whether this page was left, or is being left
const here = () => `/sign-in?to=${location.pathname}`;

button.addEventListener("click", async () => {
  // What was typed is written first. Then nobody is signed in, and no tab shows anything any more.
  document.body.hidden = true;
  await lock();
  const answer = await fetch("/sign-out", { method: "POST" }).catch(() => null);
  if (answer?.ok) return signedOut();
  // Nobody is told that they are signed out where they are not.
  document.body.hidden = false;
  problem.textContent = " You are still signed in: the portal does not answer. Try again in a minute.";
});
others.addEventListener("message", () => leave("/sign-in"));

/** The session was ended in this tab: every tab is left. */
export function signedOut() {
  others.postMessage("signed out");
  leave("/sign-in");
}

// A tab that slept while its session ended, or that the browser kept for “back”, asks before it is read on.
// One that was kept shows nothing until it has the answer.
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
addEventListener("pagehide", ({ persisted }) => persisted && (document.body.hidden = true));
addEventListener("pageshow", async ({ persisted }) => {
  if (persisted) await look();
  if (!left) document.body.hidden = false;
});

// Where the portal does not answer nobody is sent away: the network of a meeting room comes and goes.
async function look() {
  const answer = await fetch("/account/session.json").catch(() => null);
  const { user } = (answer?.ok && (await answer.json().catch(() => null))) || {};
  if (answer?.status === 401) await leave(here());
  else if (user !== undefined && user !== button.value) await leave("/sign-in");
}

/** Every form is locked. Resolves with whether each has kept what was typed in it. */
async function lock() {
  const forms = [...document.querySelectorAll(FORMS)];
  const locked = await Promise.allSettled(forms.map((form) => form.lock?.()));
  return locked.every(({ status, value }) => status === "fulfilled" && value !== false);
}

async function leave(to) {
  if (left) return;
  left = true;
  document.body.hidden = true;
  const kept = await lock();
  if (kept) letGo();
  location.replace(to);
  if (!kept) setTimeout(stay);
}

// What this device could not keep is in the locked form alone, and the browser asks before it goes. Whoever
// stays has that form and nothing else of the page, until the form is opened by somebody who has signed in.
function stay() {
  const form = document.querySelector(FORMS);
  const rest = [...document.querySelectorAll("header, main > *")].filter((part) => !part.hidden && part !== form);
  const show = (all) => rest.forEach((part) => (part.hidden = !all));
  const again = document.getElementById("sign-in-again");
  Object.assign(again, { href: here(), target: "_blank", rel: "noopener", textContent: "Sign in again in a new tab" });
  show(false);
  again.parentElement.hidden = document.body.hidden = false;
  form.addEventListener("ta-ready", () => ((left = false), show(true), (again.parentElement.hidden = true)), { once: true });
}
