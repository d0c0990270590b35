# The identity server and the mail outbox of compose.yaml: never deployed. Context: the repository's root.
FROM node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d
ENV TURBO_TELEMETRY_DISABLED=1
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && install -d -o 10001 -g 10001 /data
USER 10001:10001
ENTRYPOINT ["node_modules/.bin/tsx"]
CMD ["infra/docker/compose/identity.ts"]
