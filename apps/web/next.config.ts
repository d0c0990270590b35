import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/lib/request-language.ts");

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // Workspace packages export TypeScript sources. The browser only ever sees @erp/contracts; @erp/api is types alone.
  transpilePackages: ["@erp/contracts"],
  // `npm run types` checks the whole workspace before anything is built; once is enough.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(nextConfig);
