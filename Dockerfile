# Everything that is needed to build, none of which is in the image that runs.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/local-discord/package.json packages/local-discord/
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/bundle.mjs scripts/
COPY packages/local-discord/tsconfig.build.json packages/local-discord/
COPY packages/local-discord/scripts packages/local-discord/scripts
COPY packages/local-discord/src packages/local-discord/src
COPY src src
COPY commands commands
RUN npm run build && npm prune --omit=dev --workspaces=false --no-audit --no-fund

FROM node:24-slim
# Health is on by default here, since the health check below asks for it.
ENV NODE_ENV=production HEALTH_PORT=9464
WORKDIR /app
COPY LICENSE package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY data data
COPY deploy/health-check.mjs deploy/
# The "node" user of the base image, by number, so that Kubernetes can see that it is not root.
USER 1000:1000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "deploy/health-check.mjs"]
# No npm and no shell in between: node gets the signals itself.
CMD ["node", "dist/src/main.js"]
