// The token of the address's fragment, exchanged for a cookie that scripts cannot read.

let token = takeToken();

/** A fragment that is added to an open page does not load it anew. */
export const onToken = (use) => addEventListener('hashchange', () => {
  const found = takeToken();
  if (found) {
    token = found;
    use();
  }
});

/** Off the address at once: what is in the address bar ends up in screenshots and histories. */
function takeToken() {
  const found = new URLSearchParams(location.hash.slice(1)).get('token');
  if (found) {
    history.replaceState(null, '', location.pathname + location.search);
  }
  return found;
}

/** Exchanges the token, where there is one; again after a server that has forgotten its sessions. */
export async function openSession() {
  if (!token) {
    return false;
  }
  const answer = await fetch('session', { method: 'POST', body: token });
  if (answer.status === 401 || answer.status === 403) {
    token = null;
  }
  return answer.ok;
}

/** GET of JSON; once more behind a new session where the first was refused. */
export async function get(path) {
  let answer = await fetch(path);
  if (answer.status === 401 && (await openSession())) {
    answer = await fetch(path);
  }
  if (answer.status === 401) {
    throw new Refused();
  }
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
}

/** The server wants a token that this page does not have. */
export class Refused extends Error {}
