// The delta rule: a list of operations, applied in order to the one tree that the snapshot is.

/**
 * Applies them, in place.
 *
 * @param tree what a snapshot's `panels` is
 * @param ops {p, v} sets the value at path p; {p, a, m} appends the elements of a to the array there
 *     and keeps its last m; {p} alone removes the key
 */
export function patch(tree, ops) {
  ops.forEach((op) => applyTo(tree, op));
}

function applyTo(tree, { p, v, a, m }) {
  const last = p[p.length - 1];
  const parent = p.slice(0, -1).reduce(childOf, tree);
  if (a !== undefined) {
    parent[last] = appended(own(parent, last), a, m);
  } else if (v !== undefined) {
    set(parent, last, v);
  } else {
    delete parent[last];
  }
}

function childOf(parent, key) {
  const child = own(parent, key);
  return child !== null && typeof child === 'object' ? child : set(parent, key, {});
}

/** In place where there is one: the array may hold thousands. */
function appended(array, more, most) {
  const grown = Array.isArray(array) ? array : [];
  grown.push(...more);
  if (most !== undefined && grown.length > most) {
    grown.splice(0, grown.length - most);
  }
  return grown;
}

/** Names out of topics may be anything, __proto__ too. */
const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);

function set(object, key, value) {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  return value;
}
