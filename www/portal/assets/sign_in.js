// The stand-in sign-in: a button's value is the user's id. Your own sign-in takes its place.

// Only to a page of this portal.
const asked = new URLSearchParams(location.search).get("to") ?? "/plans";
const address = URL.canParse(asked, location.origin) ? new URL(asked, location.origin) : undefined;
const to = address?.origin === location.origin ? address.pathname : "/plans";

const problem = document.getElementById("problem");

for (const button of document.querySelectorAll(".users button")) {
  button.addEventListener("click", async () => {
    const answer = await fetch("/sign-in", { method: "POST", body: button.value }).catch(() => null);
    if (answer?.ok) location.assign(to);
    else problem.textContent = "The portal does not answer. Try again in a minute.";
  });
}
