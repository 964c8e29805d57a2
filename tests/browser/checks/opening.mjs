// A page opens by a double click: no word of complaint, nothing asked for outside the site, a policy that allows no more.

/** What the policy must say: nothing from elsewhere, and no script or style but from files. */
const POLICY = [
  ['default-src', ["'none'", "'self'"]],
  ['script-src', ["'none'", "'self'"]],
  ['style-src', ["'none'", "'self'"]],
];

export const opening = (folder, sightings) =>
  sightings.flatMap((sighting) => {
    const outside = sighting.requests.filter((url) => !url.startsWith(folder.url) && !url.startsWith('data:'));
    return [
      ...sighting.errors,
      ...sighting.violations.map((violation) => `policy: ${violation}`),
      ...outside.map((url) => `asks for ${url}`),
      ...sighting.inline,
      ...policy(sighting.policy),
    ].map((fault) => `${sighting.page}: ${fault}`);
  });

function policy(text) {
  if (text === null) return ['no Content-Security-Policy'];
  const directives = new Map(
    text.split(';').map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
  return POLICY.flatMap(([name, allowed]) => {
    const sources = directives.get(name) ?? directives.get('default-src') ?? ['*'];
    return sources
      .filter((source) => !allowed.includes(source))
      .map((source) => `the policy's ${name} allows ${source}`);
  });
}
