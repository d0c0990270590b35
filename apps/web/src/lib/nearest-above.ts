/** Of these pages, the one with the longest path that begins the address: `/leave/team` is below `/leave` too. */
export function nearestAbove<Page extends { href: string }>(
  pages: readonly Page[],
  address: string,
  sectionOf: (href: string) => string = (href) => href,
): Page | undefined {
  return pages
    .filter(({ href }) => address === href || (href !== "/" && address.startsWith(`${sectionOf(href)}/`)))
    .sort((one, other) => other.href.length - one.href.length)[0];
}
