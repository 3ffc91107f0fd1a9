{{/* The claim for an engine's data. Takes root and size. */}}
{{- define "engines.claim" -}}
{{- with .root.Values.persistence -}}
persistentVolumeClaimRetentionPolicy:
  whenDeleted: {{ .whenDeleted }}
  whenScaled: Retain
volumeClaimTemplates:
  - metadata:
      name: data
    spec:
      accessModes: [ReadWriteOnce]
      {{- with .storageClass }}
      storageClassName: {{ . }}
      {{- end }}
      resources:
        requests:
          storage: {{ $.size }}
{{- end }}
{{- end }}

{{/* Folders that an image writes to besides its data. Takes a list of names. */}}
{{- define "engines.scratch" -}}
{{- range . }}
- name: {{ . }}
  emptyDir: {}
{{- end }}
{{- end }}
