# docker buildx bake -f docker/docker-bake.hcl            builds the four images for this machine
# docker buildx bake -f docker/docker-bake.hcl cli        builds that of the command, which the load generator needs
# What a release builds and pushes is in release-bake.hcl, which adds to this.
variable "REGISTRY" { default = "" }
variable "TAG" { default = "dev" }
variable "REVISION" { default = "unknown" }
# By their tags, as the Dockerfile names them: a laptop takes what its Docker has. A release gives digests.
variable "BUILD_IMAGE" { default = "node:24-slim" }
variable "RUN_IMAGE" { default = "gcr.io/distroless/nodejs24-debian12:nonroot" }

group "default" { targets = ["service"] }

target "service" {
  name       = service
  matrix     = { service = ["ingestion", "tagging", "analytics", "gateway"] }
  context    = "."
  dockerfile = "docker/Dockerfile"
  args = {
    SERVICE     = service
    VERSION     = TAG
    REVISION    = REVISION
    BUILD_IMAGE = BUILD_IMAGE
    RUN_IMAGE   = RUN_IMAGE
  }
  tags = ["${REGISTRY}skillstream/${service}:${TAG}"]
}

target "cli" {
  context    = "."
  dockerfile = "docker/Dockerfile"
  args = {
    FOLDER      = "packages"
    SERVICE     = "cli"
    VERSION     = TAG
    REVISION    = REVISION
    BUILD_IMAGE = BUILD_IMAGE
    RUN_IMAGE   = RUN_IMAGE
  }
  tags = ["${REGISTRY}skillstream/cli:${TAG}"]
}
