{{/*
Says `true` where helm can look into the cluster: `helm template`, a client's dry run and Argo CD cannot, and find nothing.
Every namespace has this service account; where helm is still to make the namespace, it may read others.
*/}}
{{- define "engines.seesCluster" -}}
{{- if or (lookup "v1" "ServiceAccount" .Release.Namespace "default") (lookup "v1" "Namespace" "" "default") }}true{{ end -}}
{{- end }}

{{/*
A generated password never replaces one that is in use. Takes root, found (the Secret that the cluster has), seen (whether
helm could look) and missing (the keys that would have to be made).
*/}}
{{- define "engines.checks.secret" -}}
{{- $name := printf "%s-engines" .root.Release.Name -}}
{{- $keys := join ", " .missing -}}
{{- if .missing -}}
{{- if not .seen -}}
{{- if eq .root.Values.secret.withoutCluster "refuse" -}}
{{- fail (printf "helm cannot look into the cluster here (helm template, --dry-run=client, Argo CD), so it cannot know whether the Secret %s is there, and new passwords over old data would lock every service out. Say --dry-run=server, or name Secrets of yours in global.kafka.existingSecret.name and its like, or choose by engines.secret.withoutCluster: see \"Where helm cannot look into the cluster\" in charts/README.md" $name) -}}
{{- end -}}
{{- else if .found.immutable -}}
{{- fail (printf "the Secret %s is immutable and lacks %s: charts/README.md, \"Where helm cannot look into the cluster\", says how it gets them" $name $keys) -}}
{{- end -}}
{{- if has .root.Values.global.mongodb.existingSecret.passwordKey .missing -}}
{{- include "engines.checks.volume" .root -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Only MongoDB keeps its password beside its data: over a volume that is there, a new one opens nothing. */}}
{{- define "engines.checks.volume" -}}
{{- if .Values.persistence.enabled -}}
{{- $claim := printf "data-%s-0" (include "common.shortName" (dict "Release" .Release "name" "mongodb" "longest" 52)) -}}
{{- $found := lookup "v1" "PersistentVolumeClaim" .Release.Namespace $claim -}}
{{- if and $found (not $found.metadata.deletionTimestamp) -}}
{{- fail (printf "the volume %s was made with a password that the Secret %s-engines does not have: bring back %s, or delete the volume with its data (kubectl --namespace %s delete pvc %s)" $claim .Release.Name .Values.global.mongodb.existingSecret.passwordKey .Release.Namespace $claim) -}}
{{- end -}}
{{- end -}}
{{- end }}
