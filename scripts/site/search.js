// A field above tables of rules that leaves the rows with all of the words; the page is complete without it.
const tables = [...document.querySelectorAll('table')];
const rows = tables.flatMap((table) => [...table.querySelectorAll('tbody tr')]);
if (rows.length > 40) {
  const field = Object.assign(document.createElement('input'), { type: 'search', placeholder: 'Search the rules' });
  field.setAttribute('aria-label', 'Search the rules');
  const count = document.createElement('p');
  count.setAttribute('role', 'status');
  document.querySelector('main h1').after(field, count);
  const show = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
    for (const table of tables) {
      const isEmpty = [...table.querySelectorAll('tbody tr')].every(({ hidden }) => hidden);
      table.hidden = isEmpty;
      if (table.previousElementSibling?.matches('h2')) table.previousElementSibling.hidden = isEmpty;
    }
    const left = rows.filter(({ hidden }) => !hidden).length;
    count.textContent = words.length > 0 ? `${left} of ${rows.length} rules` : '';
    history.replaceState(null, '', words.length > 0 ? `#${encodeURIComponent(field.value)}` : location.pathname);
  };
  field.addEventListener('input', show);
  // A word behind # is a search, so that one can be linked to.
  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked !== '' && !document.getElementById(asked)) {
    field.value = asked;
    show();
  }
}
