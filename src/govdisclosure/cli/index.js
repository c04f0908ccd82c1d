"use strict";
(() => {
  const tools = document.querySelector(".tools");
  const body = document.querySelector("tbody");
  const heads = [...document.querySelectorAll("thead th")];
  const [search, state, order] = tools.querySelectorAll("input, select");
  const shown = tools.querySelector(".shown");
  const rows = [...body.rows];
  const compare = new Intl.Collator("zh", { numeric: true }).compare;
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const texts = new Map(rows.map((row) => [row, folded(row.textContent)]));
  const key = (row, at) => row.cells[at].dataset.key ?? row.cells[at].textContent;

  function filter() {
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const isWanted = !state.value || row.dataset.state === state.value;
      row.hidden = !(isWanted && words.every((word) => texts.get(row).includes(word)));
      count += row.hidden ? 0 : 1;
    }
    shown.textContent = shown.dataset.words.replace("{n}", count).replace("{all}", rows.length);
  }

  function sort() {
    const [at, direction] = order.value.split(" ");
    const sign = direction === "descending" ? -1 : 1;
    const sorted = at === "" ? rows : [...rows].sort((one, other) => sign * compare(key(one, at), key(other, at)));
    body.append(...sorted);
    heads.forEach((head, place) => {
      if (at !== "" && place === Number(at)) head.setAttribute("aria-sort", direction);
      else head.removeAttribute("aria-sort");
    });
  }

  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    const choices = [...order.options].map((option) => option.value).filter((value) => value.startsWith(`${at} `));
    button.addEventListener("click", () => {
      order.value = choices[(choices.indexOf(order.value) + 1) % choices.length];
      sort();
    });
  });
  search.addEventListener("input", filter);
  state.addEventListener("input", filter);
  order.addEventListener("input", sort);
  tools.hidden = false;
  filter();
  sort();
})();
