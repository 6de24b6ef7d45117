// The page of one reader: it gives the element the copy that its server made for them, and nothing else.

const page = document.querySelector("team-around-family");
page.copy = await (await fetch("/pages/assets/family-copy.json", { cache: "no-store" })).text();
