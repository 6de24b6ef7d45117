// Ends the session, and leaves a page about a child.

// What was typed is written first, and every window of this person locks.
const lock = () => Promise.allSettled([...document.querySelectorAll("team-around-plan, team-around-meeting")].map((form) => form.lock?.()));

document.getElementById("sign-out").addEventListener("click", async () => {
  await lock();
  await fetch("/sign-out", { method: "POST" }).catch(() => null);
  location.assign("/sign-in");
});
