"use strict";
// The report is whole without this. j and k walk the rows; a link into the texts lights up every piece of its excerpt.
(() => {
  const rows = [...document.querySelectorAll("[data-row]")];
  const step = (by) => {
    const here = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
    const top = here >= 0 ? here : rows.findIndex((row) => row.getBoundingClientRect().top > 0) - (by > 0 ? 1 : 0);
    const next = rows[Math.min(rows.length - 1, Math.max(0, top + by))];
    if (next) {
      open(next);
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "center" });
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const light = () => {
    document.querySelectorAll(".lit").forEach((piece) => piece.classList.remove("lit"));
    const id = location.hash.slice(1);
    const target = document.getElementById(id);
    if (target && target.closest("details:not([open])")) {
      open(target);
      target.scrollIntoView();
    }
    if (/^s\d+$/.test(id)) document.querySelectorAll("." + id).forEach((piece) => piece.classList.add("lit"));
  };
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(open));
  addEventListener("hashchange", light);
  light();
  document.querySelector(".keys").hidden = false;
})();
