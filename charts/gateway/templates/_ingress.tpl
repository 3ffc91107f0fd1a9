{{/* Everything of a host goes to the gateway. */}}
{{- define "gateway.ingressPaths" -}}
{{- with .Values.ingress -}}
{{- if and (eq .path "/*") (ne .pathType "ImplementationSpecific") -}}
{{- fail (printf "ingress.path /* is for an ingress.pathType of ImplementationSpecific, not for %s, of which it is a path with a star" .pathType) -}}
{{- end -}}
{{- end -}}
http:
  paths:
    - path: {{ .Values.ingress.path | quote }}
      pathType: {{ .Values.ingress.pathType }}
      backend:
        service:
          name: {{ include "common.fullname" . }}
          port: { name: http }
{{- end }}
