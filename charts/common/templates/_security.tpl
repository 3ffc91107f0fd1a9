{{/*
Security context of pods: as the values have it, by default that of the `restricted` profile. Users and groups are left to
the cluster where global.fixedUids is false. Takes root and context.
*/}}
{{- define "common.podSecurityContext" -}}
{{- if .root.Values.global.fixedUids -}}
{{ toYaml .context }}
{{- else -}}
{{ omit .context "runAsUser" "runAsGroup" "fsGroup" | toYaml }}
{{- end -}}
{{- end }}
