// Tables out of data: the same figures as a chart has, for those who cannot see it or want to copy them.

/**
 * @param caption what it shows, for those who hear it
 * @param heads of the columns, the first of which names the row
 * @param rows of texts or nodes
 */
export const dataTable = (caption, heads, rows) =>
  el('table', {},
    el('caption', { class: 'unseen' }, caption),
    el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, rows.map(([name, ...cells]) => el('tr', {}, el('th', { scope: 'row' }, name), cells.map((cell) => el('td', {}, cell))))));

/** Fills the table of an open <details>, now and whenever it is opened; nobody waits for a closed one. */
export function tableWhenOpen(id, make) {
  const details = byId(id).closest('details');
  if (!details.dataset.watched) {
    details.dataset.watched = 'true';
    details.addEventListener('toggle', () => details.fill());
  }
  details.fill = () => {
    if (details.open) {
      refill(byId(id), make());
    }
  };
  details.fill();
}

/** In the place of what was there, scrolled as it was. */
export function refill(node, child) {
  const { scrollTop, scrollLeft } = node;
  node.replaceChildren(child);
  node.scrollTop = scrollTop;
  node.scrollLeft = scrollLeft;
}

/** dt and dd, as far as there is something to say. */
export const facts = (node, pairs) =>
  node.replaceChildren(...pairs.filter(([, text]) => text !== null && text !== undefined && text !== NONE)
    .map(([name, text]) => el('div', {}, el('dt', {}, name), el('dd', {}, text))));
