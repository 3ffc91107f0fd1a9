data "google_client_config" "this" {}

locals {
  host           = "https://${google_container_cluster.this.endpoint}"
  ca_certificate = base64decode(google_container_cluster.this.master_auth[0].cluster_ca_certificate)
}

provider "kubernetes" {
  host                   = local.host
  token                  = data.google_client_config.this.access_token
  cluster_ca_certificate = local.ca_certificate
}

provider "helm" {
  kubernetes = {
    host                   = local.host
    token                  = data.google_client_config.this.access_token
    cluster_ca_certificate = local.ca_certificate
  }
}

# The namespace comes from the same file that kubectl users apply, so both have the same Pod Security.
locals {
  namespace = yamldecode(file("${path.module}/../../namespace.yaml"))
}

resource "kubernetes_namespace_v1" "this" {
  metadata {
    name   = local.namespace.metadata.name
    labels = local.namespace.metadata.labels
  }
}

resource "helm_release" "this" {
  name              = var.name
  namespace         = kubernetes_namespace_v1.this.metadata[0].name
  chart             = "${path.module}/../../../charts/skillstream"
  dependency_update = true
  values            = [for path in var.values_files : file(path)]

  # Autopilot makes nodes for the first pods, which takes minutes.
  timeout = 900
  wait    = true
  atomic  = true
}
