output "kubeconfig_command" {
  description = "Points kubectl at the cluster."
  value       = "gcloud container clusters get-credentials ${google_container_cluster.this.name} --location ${var.region} --project ${var.project}"
}

output "namespace" {
  description = "Where the release is."
  value       = kubernetes_namespace_v1.this.metadata[0].name
}
