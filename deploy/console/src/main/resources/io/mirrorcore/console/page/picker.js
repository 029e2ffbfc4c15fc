// Which portfolio is looked at; kept in the address, so that a reload or a bookmark finds it again.

let names = '';

/** The name, or null before any is known. */
export const chosen = () => byId('portfolio').value || null;

export function drawPicker(order) {
  if (order.join('\n') === names) {
    return;
  }
  const wanted = chosen() || new URLSearchParams(location.search).get('portfolio');
  names = order.join('\n');
  const select = byId('portfolio');
  select.replaceChildren(...order.map((name) => el('option', { value: name }, name)));
  select.value = order.includes(wanted) ? wanted : order[0] || '';
  byId('picker').hidden = order.length < 2;
  select.onchange = () => history.replaceState(null, '', `?portfolio=${encodeURIComponent(select.value)}`);
}
