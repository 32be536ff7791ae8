/** A document's form on paper: its button prints. An ES module, fetched by documents only. */

for (const button of document.querySelectorAll(".bt-ways__print")) {
  button.addEventListener("click", () => print());
}
