# The command line in an image of its own: docker build -t kafka-lint . && docker run --rm -v "$PWD:/work:ro" kafka-lint
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
COPY --from=build /build/dist/cli.js /build/dist/mcp.js /build/dist/server.js /build/dist/languageServer.js /build/dist/THIRD-PARTY-NOTICES.txt /app/dist/
COPY --from=build /build/docs/rules /app/docs/rules
COPY --from=build /build/package.json /build/LICENSE /app/
USER node
WORKDIR /work
ENTRYPOINT ["node", "/app/dist/cli.js"]
