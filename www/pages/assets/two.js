// A host may move an element: what was typed moves with it.

document.getElementById("move").addEventListener("click", () => {
  document.getElementById("second").after(document.getElementById("first"));
});
