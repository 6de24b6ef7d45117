// Marks what a reader of the family said as read. The list is made by the server.

for (const button of document.querySelectorAll(".mark-read")) {
  button.addEventListener("click", async () => {
    const answer = await fetch(button.value, { method: "POST" }).catch(() => null);
    const { message } = (!answer?.ok && (await answer?.json().catch(() => null))) || {};
    const problem = document.getElementById("comments-problem");
    problem.textContent = answer?.ok ? "" : (message ?? "The portal does not answer. Try again in a minute.");
    if (!answer?.ok) return;
    // The form beside it may hold what nobody has saved yet, so the page is not loaded again.
    const done = Object.assign(document.createElement("p"), { textContent: "Read by you just now.", tabIndex: -1 });
    done.setAttribute("role", "status");
    button.parentElement.replaceWith(done);
    done.focus();
  });
}
