import { posix } from 'node:path';
import { Marked } from 'marked';

const NAVIGATION = [
  ['README.md', 'Kafka Config Lint'],
  ['docs/rules/README.md', 'Rules'],
  ['docs/cli.md', 'Command line'],
  ['docs/settings.md', 'Settings'],
  ['docs/directives.md', 'Directives'],
  ['docs/ci.md', 'Build servers'],
  ['docs/editors.md', 'Editors'],
  ['docs/clusters.md', 'Clusters'],
  ['docs/monitoring.md', 'Watching Kafka'],
  ['docs/assistants.md', 'Assistants'],
];

/**
 * A page of the site as HTML.
 * @param {object} page
 * @param {string} page.markdown
 * @param {string} page.source its path in the project
 * @param {string} page.address its path on the site
 * @param {ReadonlyMap<string, string>} page.pages the address of every source
 * @param {string} page.files where the files that are no pages are shown
 */
export function pageOf({ markdown, source, address, pages, files }) {
  const link = (target) => posix.relative(posix.dirname(address), target) || posix.basename(target);
  const linkOf = (href) => {
    if (/^(?:[a-z]+:|#)/.test(href)) return href;
    const [path, anchor] = href.split('#');
    const target = posix.join(posix.dirname(source), path);
    const page = pages.get(target);
    const to = page ? link(page) : `${files}/${target}`;
    return anchor === undefined ? to : `${to}#${anchor}`;
  };
  const imageOf = (href) => (/^[a-z]+:/.test(href) ? href : link(posix.join(posix.dirname(source), href)));
  const marked = new Marked({
    walkTokens: (token) => {
      if (token.type === 'link') token.href = linkOf(token.href);
      if (token.type === 'image') token.href = imageOf(token.href);
    },
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        return `<h${depth} id="${anchorOf(html)}">${html}</h${depth}>\n`;
      },
    },
  });
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? 'Kafka Config Lint';
  const navigation = NAVIGATION.map(([from, name]) => {
    const to = pages.get(from);
    return `<a href="${link(to)}"${to === address ? ' aria-current="page"' : ''}>${name}</a>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="${link('icon.svg')}">
<link rel="stylesheet" href="${link('site.css')}">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<nav aria-label="Documentation">${navigation.join('\n')}</nav>
<main id="content">
${marked.parse(markdown)}</main>
<script src="${link('search.js')}"></script>
</body>
</html>
`;
}

/** As GitHub makes it, so that links within the documents hold in both places. */
function anchorOf(html) {
  const text = html.replace(/<[^>]*>|&[a-z]+;|&#\d+;/g, '').toLowerCase();
  return text.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
