// Signs a person out everywhere, and withdraws the keys of their drafts.

import { signedOut } from "./sign_out.js";

const part = (id) => document.getElementById(id);

for (const button of document.querySelectorAll(".withdraw")) {
  button.addEventListener("click", async () => {
    const answer = await fetch("/account/withdraw", { method: "POST", body: button.value }).catch(() => null);
    const { message } = (!answer?.ok && (await answer?.json().catch(() => null))) || {};
    part("problem").textContent = answer?.ok ? "" : (message ?? "The portal does not answer. Try again in a minute.");
    if (!answer?.ok) return;
    if ("own" in button.dataset) signedOut();
    else part("withdrawn").textContent = "Signed out everywhere. The keys are withdrawn.";
  });
}
