// Ends the session, and leaves a page about a child.

document.getElementById("sign-out").addEventListener("click", async () => {
  await fetch("/sign-out", { method: "POST" }).catch(() => null);
  location.assign("/sign-in");
});
