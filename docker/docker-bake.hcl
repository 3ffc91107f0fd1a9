# docker buildx bake -f docker/docker-bake.hcl            builds the four images for this machine
# docker buildx bake -f docker/docker-bake.hcl cli        builds that of the command, which the load generator needs
# docker buildx bake -f docker/docker-bake.hcl release    builds them for amd64 and arm64 and pushes them
variable "REGISTRY" { default = "" }
variable "TAG" { default = "dev" }
variable "REVISION" { default = "unknown" }

group "default" { targets = ["service"] }
group "release" { targets = ["multi", "cli-multi"] }

target "service" {
  name       = service
  matrix     = { service = ["ingestion", "tagging", "analytics", "gateway"] }
  context    = "."
  dockerfile = "docker/Dockerfile"
  args       = { SERVICE = service, VERSION = TAG, REVISION = REVISION }
  tags       = ["${REGISTRY}skillstream/${service}:${TAG}"]
}

target "cli" {
  context    = "."
  dockerfile = "docker/Dockerfile"
  args       = { FOLDER = "packages", SERVICE = "cli", VERSION = TAG, REVISION = REVISION }
  tags       = ["${REGISTRY}skillstream/cli:${TAG}"]
}

target "cli-multi" {
  inherits  = ["cli"]
  platforms = ["linux/amd64", "linux/arm64"]
  output    = ["type=registry"]
}

target "multi" {
  name      = "${service}-multi"
  matrix    = { service = ["ingestion", "tagging", "analytics", "gateway"] }
  inherits  = [service]
  platforms = ["linux/amd64", "linux/arm64"]
  output    = ["type=registry"]
}
