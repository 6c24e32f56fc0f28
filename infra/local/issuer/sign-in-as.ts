interface Request {
  /** The address of the API. */
  api: string;
  email: string;
  /** Where to go after. */
  to: string;
}

/** More than the redirects of a sign-in. */
const MOST_STEPS = 10;

/**
 * Goes through the whole sign-in, as a browser in which somebody with an address signs in.
 * @returns the console's answer at the end: a redirect with the cookie of the session, or a page that says why not
 */
export async function signInAs({ api, email, to }: Request): Promise<Response> {
  const cookies = new Map<string, string>();
  let url = new URL(`${api}/console/sign-in?${new URLSearchParams({ to })}`);
  let form: URLSearchParams | undefined;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const response = await visit(url, cookies, form);
    form = undefined;
    const location = response.headers.get('location');
    if (url.origin === api && (url.pathname === '/console/sign-in/back' || location === null))
      return forBrowser(response);
    if (location !== null) url = new URL(location, url);
    else form = new URLSearchParams({ email });
  }
  throw new Error('The sign-in does not come to an end');
}

async function visit(url: URL, cookies: Map<string, string>, body: URLSearchParams | undefined) {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(body && { method: 'POST', body }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const split = pair.indexOf('=');
    cookies.set(pair.slice(0, split), pair.slice(split + 1));
  }
  return response;
}

/** `fetch` has unpacked the body already. */
function forBrowser(response: Response): Response {
  const headers = new Headers();
  for (const name of ['content-type', 'location', 'content-security-policy']) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  for (const line of response.headers.getSetCookie()) headers.append('set-cookie', line);
  return new Response(response.body, { status: response.status, headers });
}
