// A host that sets properties instead of attributes, and says what it is told.

const plan = document.getElementById("plan");
await customElements.whenDefined("team-around-plan");
Object.assign(plan, {
  protocol: ["hampshire-cin-2018", "calderdale-meetings-2017"],
  user: { id: "u-1", name: "Ada Okafor", role: "Social worker", agency: "Children's Services" },
  record: { document: { reference: "CIN-2002" }, children: [{ id: "c-1", name: "Nia Invented" }] },
});
