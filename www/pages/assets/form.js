// The element is a field like any other: its value is the envelope's JSON.
// The page's policy lets no HTML form be sent, so the values are shown instead.

const form = document.getElementById("form");
const sent = document.getElementById("sent");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  sent.value = [...new FormData(form)].map(([name, value]) => `${name} = ${value}`).join("\n");
});
