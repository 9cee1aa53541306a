# One image for every role; WATCHFLOOR_ROLES chooses what a container does (see docker-compose.yml).
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY sql/package.json sql/
COPY dashboards/package.json dashboards/
COPY ingestion/package.json ingestion/
COPY server/package.json server/
COPY web/package.json web/
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev --no-audit --no-fund && rm -rf web/node_modules web/src .cache

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    UV_THREADPOOL_SIZE=16 \
    WATCHFLOOR_HOST=0.0.0.0 \
    WATCHFLOOR_DATA=/data
WORKDIR /app
COPY --from=build /app ./
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 8080 4318
CMD ["node", "--enable-source-maps", "--max-semi-space-size=64", "dist/start.js"]
