import { errorSentence } from "@erp/contracts/errors";
import type { Locale } from "@erp/contracts/units";

const RETRY_AFTER_SECONDS = 10;
const retryWords: Record<Locale, string> = { ko: "다시 시도", en: "Try again" };

/**
 * Shown to signed-in people while the session store is away. A page of its own: the real ones need the session, and
 * sending people to the sign-in would look like a sign-out.
 */
export function answerUnavailable(locale: Locale): Response {
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>503</title><style>
:root{color-scheme:light dark}body{margin:0;min-height:100dvh;display:grid;place-items:center;background:light-dark(#f7f7f8,#111114);color:light-dark(#17171c,#f1f1f4);font:16px/1.5 system-ui,sans-serif;word-break:keep-all}
main{max-width:360px;padding:24px;text-align:center}a{color:light-dark(#4f46e5,#8f88ff);font-weight:600}</style></head>
<body><main><p>${errorSentence("request.unavailable", locale)}</p><p><a href="">${retryWords[locale]}</a></p></main></body></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(RETRY_AFTER_SECONDS),
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  });
}
