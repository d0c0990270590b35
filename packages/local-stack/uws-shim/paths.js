"use strict";

/** "/apps/:id/events" → ["apps", ":id", "events"] */
function compilePath(path) {
  return path.split("/").slice(1);
}

/** The values of the path's parameters in their order, or null when the path is another one. */
function matchPath(pattern, path) {
  const parts = path.split("/").slice(1);
  const parameters = [];
  for (const [index, segment] of pattern.entries()) {
    const part = parts[index];
    if (segment === "*") return parameters;
    if (part === undefined) return null;
    if (!segment.startsWith(":")) {
      if (segment !== part) return null;
    } else {
      if (part === "") return null;
      parameters.push(part);
    }
  }
  return pattern.length === parts.length ? parameters : null;
}

function splitUrl(url) {
  const mark = url.indexOf("?");
  return mark < 0 ? [url, ""] : [url.slice(0, mark), url.slice(mark + 1)];
}

module.exports = { compilePath, matchPath, splitUrl };
