"use strict";
// The report is whole without this. j and k walk the rows; a link into the texts lights up every piece of its excerpt.
(() => {
  const rows = [...document.querySelectorAll("[data-row]")];
  const step = (by) => {
    const here = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
    const top = here >= 0 ? here : rows.findIndex((row) => row.getBoundingClientRect().top > 0) - (by > 0 ? 1 : 0);
    const next = rows[Math.min(rows.length - 1, Math.max(0, top + by))];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "center" });
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
  const light = () => {
    document.querySelectorAll(".lit").forEach((piece) => piece.classList.remove("lit"));
    const id = location.hash.slice(1);
    if (/^s\d+$/.test(id)) document.querySelectorAll("." + id).forEach((piece) => piece.classList.add("lit"));
  };
  addEventListener("hashchange", light);
  light();
  document.querySelector(".keys").hidden = false;
})();
