/** The page's elements, as chartHtml.ts lays them out. */
export const page = {
  title: element('title', HTMLElement),
  status: element('status', HTMLElement),
  log: element('log', HTMLButtonElement),
  range: element('range', HTMLSelectElement),
  tableToggle: element('table-toggle', HTMLButtonElement),
  plot: element('plot', HTMLElement),
  empty: element('empty', HTMLElement),
  time: element('time', HTMLElement),
  legend: element('legend', HTMLElement),
  table: element('table', HTMLTableElement),
  spoken: element('spoken', HTMLElement),
};

function element<T extends HTMLElement>(id: string, type: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${id}.`);
  return found;
}
