# Soketi's own image, without root. Its configuration is a file that the deployment mounts (infra/k8s/charts/soketi.ts).
FROM quay.io/soketi/soketi:1.6.1-16-debian
USER 10001:10001
EXPOSE 6001 9601
ENTRYPOINT ["node", "/app/bin/server.js"]
CMD ["start"]
